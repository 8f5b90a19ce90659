/** Documents made by programs that offices use: LibreOffice, Chromium, and a PDF library with an embedded font. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import PDFDocument from 'pdfkit'
import { browser, office } from '../../house/programs.ts'

const zcool = '@expo-google-fonts/zcool-xiaowei/400Regular/ZCOOLXiaoWei_400Regular.ttf'
/** A Chinese font under the Open Font License. */
const font = () => createRequire(import.meta.url).resolve(zcool)

/** A scratch folder for one job. */
function within<T>(job: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'jiedu-print-'))
  try {
    return job(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

/** A Word document as LibreOffice writes it in another format: `pdf`, `doc:MS Word 97`, `docx`. */
export function byOffice(docx: Uint8Array, format: string): Uint8Array {
  return within(folder => {
    writeFileSync(join(folder, 'in.docx'), docx)
    const args = ['--headless', `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`, '--convert-to', format]
    execFileSync(office!, [...args, '--outdir', join(folder, 'out'), join(folder, 'in.docx')], {
      stdio: 'pipe',
      timeout: 120_000,
    })
    return readFileSync(join(folder, 'out', `in.${format.split(':')[0]}`))
  })
}

/** A page as Chromium prints it. */
export function byBrowser(html: string): Uint8Array {
  return within(folder => {
    writeFileSync(join(folder, 'in.html'), html)
    const args = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-pdf-header-footer']
    const where = [`--user-data-dir=${join(folder, 'profile')}`, `--print-to-pdf=${join(folder, 'out.pdf')}`]
    execFileSync(browser!, [...args, ...where, pathToFileURL(join(folder, 'in.html')).href], { stdio: 'pipe', timeout: 120_000 })
    return readFileSync(join(folder, 'out.pdf'))
  })
}

/** Pages of paragraphs by pdfkit, with the characters that are used embedded; the same bytes every time. */
export async function byLibrary(pages: string[][]): Promise<Uint8Array> {
  const document = new PDFDocument({ size: 'A4', margin: 72, autoFirstPage: false, info: { CreationDate: new Date(0) } })
  const chunks: Buffer[] = []
  document.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise(resolve => document.on('end', resolve))
  document.registerFont('report', font())
  for (const paragraphs of pages) {
    document.addPage().font('report').fontSize(12)
    for (const paragraph of paragraphs) document.text(paragraph, { indent: 24, lineGap: 6 })
  }
  document.end()
  await ended
  return new Uint8Array(Buffer.concat(chunks))
}
