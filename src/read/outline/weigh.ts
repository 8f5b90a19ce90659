/** Whether a passage tells what was done or says what is to be done: by counting words of either kind. */
const TO_DO =
  /要(?<![需重主纲摘概首紧必]要)(?![求素点么闻道强紧塞案件义领])|[，。；、][^，。；、]{0,4}(必须|应当|务必|努力|力争|确保|进一步|继续|加快|加大|大力|着力|积极|切实|全力|深入|持续|统筹|严格)|将(?!军|来)|年内/g
const DONE =
  /了|已经|已[^，。]{0,6}|比上年|同比|增长[\d０-９]|(达到|增至|提高到|下降|减少|新增|突破)[\d０-９]|完成[\d０-９]|(建成|投产|通车|竣工|落地|获批|取得|实现)/g

function count(text: string, pattern: RegExp): number {
  let n = 0
  pattern.lastIndex = 0
  while (pattern.test(text)) n++
  return n
}

/** How often a text speaks of what is to be done, and of what was. */
export const weights = (text: string): { plan: number; done: number } => ({ plan: count(text, TO_DO), done: count(text, DONE) })

/** Whether it speaks of what is to be done at all: the first place is enough to tell. */
export const speaksOfPlans = (text: string): boolean => text.search(TO_DO) >= 0

/** Whether it speaks of what was done at all. */
export const speaksOfDone = (text: string): boolean => text.search(DONE) >= 0

/** `plan` or `review` where one outweighs the other clearly, else null. */
export function weigh(text: string): 'plan' | 'review' | null {
  const { plan, done } = weights(text)
  if (plan >= 6 && plan > done * 1.6) return 'plan'
  return done >= 4 && done > plan ? 'review' : null
}
