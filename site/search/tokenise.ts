/**
 * How text is cut into search terms, the same when the index is built and when a reader types.
 */

/** Question words, particles and politeness: they say nothing about the matter. */
const DROPPED = new Set(
  (
    '的 了 吗 呢 吧 啊 呀 么 着 过 地 得 和 与 及 或 是 在 我 你 他 她 它 我们 你们 他们 这 那 这个 那个 个 把 被 给 让 请 请问 ' +
    '不 办 怎么 怎么办 怎样 如何 什么 为什么 哪 哪里 哪儿 哪个 谁 多少 几 是否 是不是 能不能 可不可以 可以 能 想 要 有 有没有 就 都 也 还 很 ' +
    '咋 咋办 咋整 咋样 啥 干啥 时候 点算 嘛 呗 哦 哈 俺 咱 咱们 会 该 应该 行 到 去 来 又 刚 自己 一直 天天 我想 ' +
    'the a an of to in on for and or is are how what where who i my'
  ).split(' '),
)

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/**
 * The words of a text that carry meaning: compatibility forms folded, lower case, without punctuation and
 * question words.
 *
 * @example wordsOf('老板拖欠工资怎么办？') // ['老板', '拖欠', '工资']
 */
export function wordsOf(text: string): string[] {
  return [...segmenter.segment(text.normalize('NFKC').toLowerCase())].flatMap(({ segment, isWordLike }) =>
    isWordLike && !DROPPED.has(segment) ? [segment] : [],
  )
}

const CHINESE = /^\p{Script=Han}+$/u

/**
 * The terms under which a word is found: itself, and for a longer Chinese word every pair of its neighbouring
 * characters, because the reader's words may be cut differently.
 *
 * @example termsOf('仲裁委') // ['仲裁委', '仲裁', '裁委']
 */
export function termsOf(word: string): string[] {
  const characters = [...word]
  if (characters.length <= 2 || !CHINESE.test(word)) return [word]
  return [word, ...characters.slice(1).map((character, index) => `${characters[index]}${character}`)]
}
