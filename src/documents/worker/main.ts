/** The thread that reads: takes one document, answers with its text or with why there is none. */
import { parentPort } from 'node:worker_threads'
import { readerOf } from '../formats/readers.ts'
import { answerOf, type Order } from './messages.ts'

parentPort?.on('message', async ({ id, bytes, options }: Order) => {
  try {
    const reader = await readerOf(id, options.name)
    parentPort!.postMessage({ extracted: await reader.read(bytes, options) })
  } catch (error) {
    parentPort!.postMessage(answerOf(error))
  }
})
