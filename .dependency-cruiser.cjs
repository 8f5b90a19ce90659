// The layering of the rooms, as a rule for every import. CONTRIBUTING.md shows the same table in words.
// A room may import itself and the rooms listed here; nothing else in src/.
const rooms = {
  catalogue: [],
  documents: ['catalogue'],
  read: ['catalogue'],
  check: ['catalogue', 'read/types'],
  link: ['catalogue', 'read/types'],
  track: ['read', 'link'],
  tell: ['catalogue', 'documents', 'read', 'check', 'link', 'track'],
  server: ['catalogue', 'documents', 'read', 'check', 'link', 'track', 'tell'],
  corpus: ['catalogue', 'documents', 'read', 'link'],
  web: ['server/types'],
  cli: ['catalogue', 'documents', 'read', 'check', 'link', 'track', 'tell', 'server', 'corpus'],
}
const pure = ['catalogue', 'read', 'check', 'link']

/** A room or a single module of it (`read/types`) as a pattern over paths. */
const pattern = name => (name.includes('/') ? `^src/${name}\\.ts$` : `^src/${name}/`)

module.exports = {
  forbidden: [
    ...Object.entries(rooms).map(([room, allowed]) => ({
      name: `${room}-imports`,
      comment: `${room} may import ${allowed.join(', ') || 'no other room'}.`,
      severity: 'error',
      from: { path: pattern(room) },
      to: { path: '^(src|test|scripts|bench|e2e)/', pathNot: [pattern(room), ...allowed.map(pattern)] },
    })),
    {
      name: 'pure-rooms',
      comment: `${pure.join(', ')} run in a browser: no part of Node.`,
      severity: 'error',
      from: { path: pure.map(pattern) },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'reading-without-packages',
      comment: 'Reading needs no package at run time; the schema alone uses zod.',
      severity: 'error',
      from: { path: pure.map(pattern), pathNot: ['^src/read/(schema|types)\\.ts$'] },
      to: { dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg'] },
    },
    {
      name: 'schema-stays-out-of-start-up',
      comment: 'The schema loads zod; at run time the rooms use its types only (src/read/types.ts).',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/read/types\\.ts$'] },
      to: { path: '^src/read/schema\\.ts$' },
    },
    { name: 'no-cycle', severity: 'error', from: {}, to: { circular: true } },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    { name: 'no-dev-part-in-src', severity: 'error', from: { path: '^src/' }, to: { dependencyTypes: ['npm-dev'] } },
    { name: 'src-not-from-outside', severity: 'error', from: { path: '^src/' }, to: { path: '^(test|scripts|bench|e2e)/' } },
  ],
  options: {
    // TypeScript 7 has no JavaScript API to parse with; swc sees type imports as well.
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.mjs', '.cjs', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'node', 'default'],
    },
  },
}
