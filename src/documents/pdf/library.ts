/**
 * pdf.js, loaded when a PDF comes. It runs here without a browser: what it would ask a browser for (drawing, fonts on
 * screen) is given as stubs, since only text is wanted; character maps and standard fonts come from its own package.
 */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { PDFDocumentLoadingTask, PDFDocumentProxy } from 'pdfjs-dist'

type Library = typeof import('pdfjs-dist')

export type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist'

let loaded: Promise<Library> | null = null

export function library(): Promise<Library> {
  loaded ??= load()
  return loaded
}

async function load(): Promise<Library> {
  const world = globalThis as Record<string, unknown>
  for (const name of ['DOMMatrix', 'Path2D', 'ImageData']) world[name] ??= class {}
  world.FontFace ??= class {
    loaded = Promise.resolve()
  }
  // While it loads it reports parts for drawing that it does not find; they are not needed.
  const { warn } = console
  console.warn = () => {}
  try {
    const pdfjs = (await import('pdfjs-dist/legacy/build/pdf.mjs')) as Library
    // Its other half, on this thread: the reader runs in a process of its own already.
    world.pdfjsWorker ??= await import('pdfjs-dist/legacy/build/pdf.worker.mjs' as string)
    return pdfjs
  } finally {
    console.warn = warn
  }
}

const home = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))

/** Reads from the package's folder, whatever the document asks for; a name with a path in it is refused. */
async function packaged(folder: string, name: string): Promise<Uint8Array> {
  if (!/^[\w.-]+$/.test(name)) throw new Error(`no such file in ${folder}: ${name}`)
  return new Uint8Array(await readFile(join(home, folder, name)))
}

/** What pdf.js calls to get a map of character codes; it names its method so. */
class CMaps {
  readonly fetch = async ({ name }: { name: string }) => ({
    cMapData: await packaged('cmaps', `${name}.bcmap`),
    isCompressed: true,
  })
}

class StandardFonts {
  readonly fetch = ({ filename }: { filename: string }) => packaged('standard_fonts', filename)
}

/** Opens a document: no network, no code made from it, no image decoded. */
export async function openPdf(bytes: Uint8Array): Promise<{ task: PDFDocumentLoadingTask; document: Promise<PDFDocumentProxy> }> {
  const pdfjs = await library()
  const task = pdfjs.getDocument({
    // pdf.js takes the buffer for its own.
    data: new Uint8Array(bytes),
    verbosity: 0,
    isEvalSupported: false,
    useWasm: false,
    useSystemFonts: false,
    useWorkerFetch: false,
    disableFontFace: false,
    fontExtraProperties: true,
    // An image of more pixels than this is left out, so none is decoded.
    maxImageSize: 0,
    stopAtErrors: false,
    enableXfa: false,
    ownerDocument: { fonts: { add() {}, delete() {} } },
    CMapReaderFactory: CMaps,
    StandardFontDataFactory: StandardFonts,
  } as unknown as Parameters<Library['getDocument']>[0])
  return { task, document: task.promise }
}
