// For the build: what src/catalogue/compiled.ts makes from the tables, made once and put in its place.
import { build } from 'esbuild'

/** The module that stands for src/catalogue/compiled.ts in the package: each of its functions gives what it gives now. */
async function packed(path) {
  const { outputFiles } = await build({ entryPoints: [path], bundle: true, write: false, format: 'esm', charset: 'utf8' })
  const made = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`)
  // the data outside the functions: inside, they would be parsed twice
  return Object.entries(made)
    .map(([name, compile]) => `const ${name}_ = ${JSON.stringify(compile())}\nexport const ${name} = () => ${name}_`)
    .join('\n')
}

/** An esbuild plug-in. */
export const packedWords = {
  name: 'packed-words',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]catalogue[\\/]compiled\.ts$/ }, async ({ path }) => ({ contents: await packed(path) }))
  },
}
