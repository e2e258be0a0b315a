/** What `npm run new` makes, in the order in which it offers it. */
export const KINDS = ['explainer', 'lesson', 'questions', 'responsibility', 'activity', 'campaign'] as const
export type Kind = (typeof KINDS)[number]

/** What a kind is called and when to choose it, in the words of its authors. */
export const KIND_TEXTS: Readonly<Record<Kind, { readonly name: string; readonly use: string }>> = {
  explainer: { name: '办事解读', use: '遇到一件事该怎么办：能要求什么、怎么做、到哪里去' },
  lesson: { name: '案例课', use: '一个故事，读到关键处请读者先选，再往下看' },
  questions: { name: '题目', use: '一个题目文件，各种题型各有一道样题' },
  responsibility: { name: '责任清单的一行', use: '哪个处室向谁普哪部法，什么时候以前做完' },
  activity: { name: '活动记录', use: '办完一场活动，记下时间、地点、对象、人数' },
  campaign: { name: '普法活动', use: '一次做好四样：活动页面、工具包、题目、海报' },
}

/** Whether a word names a kind. */
export function isKind(word: string): word is Kind {
  return (KINDS as readonly string[]).includes(word)
}
