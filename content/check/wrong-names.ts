import type { Problem } from '../domain/errors.ts'
import type { Content } from '../source/content.ts'
import { textsOf } from '../source/texts.ts'

/** Names of laws and bodies that people get wrong, and the right ones. */
const WRONG_NAMES: readonly { readonly wrong: RegExp; readonly right: string }[] = [
  { wrong: /《劳动仲裁法》|《劳动争议仲裁法》|《劳动争议调解与仲裁法》/, right: '《劳动争议调解仲裁法》' },
  { wrong: /《社保法》|《社会保障法》/, right: '《社会保险法》' },
  {
    wrong: /《农民工工资支付条例》|《保障农民工工资条例》|《农民工工资保障条例》/,
    right: '《保障农民工工资支付条例》',
  },
  { wrong: /《年休假条例》|《带薪年休假条例》/, right: '《职工带薪年休假条例》' },
  { wrong: /《普法法》|《法制宣传教育法》|《法治宣传法》/, right: '《法治宣传教育法》' },
  { wrong: /《信息公开条例》|《政务公开条例》/, right: '《政府信息公开条例》' },
  { wrong: /《女职工保护特别规定》|《女职工劳动保护规定》/, right: '《女职工劳动保护特别规定》' },
  { wrong: /《劳动监察条例》/, right: '《劳动保障监察条例》' },
  { wrong: /人力资源与社会保障|人力资源及社会保障/, right: '人力资源和社会保障' },
  { wrong: /劳动和社会保障(?:部|厅|局)/, right: '人力资源和社会保障部门（2008年以后的名称）' },
  { wrong: /劳动局|人社保局/, right: '人社局' },
  { wrong: /仲裁委员会仲裁院|劳动仲裁局/, right: '劳动人事争议仲裁委员会' },
  { wrong: /法制宣传/, right: '法治宣传' },
  { wrong: /工商(?:局|部门|行政管理)/, right: '市场监督管理部门' },
]

/** Wrong names of laws and bodies, each with the right one. */
export function checkWrongNames(content: Content): Problem[] {
  // Other names of a law in its own file, and what people say for a word, are there to be found by.
  const synonyms = { ...content.synonyms, value: {} }
  const lawWords = { ...content.lawWords, value: {} }
  return textsOf({ ...content, laws: [], synonyms, lawWords }).flatMap(({ text, place }) =>
    WRONG_NAMES.flatMap(({ wrong, right }) => {
      const found = wrong.exec(text)
      return found === null ? [] : [{ place: place(), fault: `名称不对：“${found[0]}”。`, fix: `改成：${right}。` }]
    }),
  )
}
