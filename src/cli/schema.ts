/** `jiedu schema`: the JSON Schema of a reading, as the package publishes it. */
import { command } from './command.ts'
import { packageFile } from './package-file.ts'

export default command({
  usage: 'schema',
  about: {
    zh: '输出解读结果（jiedu read --json）的 JSON Schema。',
    en: 'Prints the JSON Schema of what jiedu read --json gives.',
  },
  options: {},
  noPaths: true,
  examples: [{ line: 'jiedu schema > reading.schema.json', about: { zh: '存成文件', en: 'into a file' } }],
  async run(_values, _paths, terminal) {
    await terminal.out(packageFile('reading.schema.json'))
    return 0
  },
})
