import { styleText } from 'node:util'
import { checkbox, confirm, input, Separator, search, select } from '@inquirer/prompts'

/** Questions in the terminal, asked and explained in Chinese. */

/** Something to choose. */
export interface Choice<T> {
  readonly value: T
  readonly name: string
  /** Shown below the list while it is pointed at. */
  readonly description?: string
}

/** The ways of asking; tests answer in their own way. */
export interface Prompts {
  /** A line of text; `check` says what is wrong with it. An empty line takes `usual`. */
  text(message: string, check: (text: string) => true | string, usual?: string): Promise<string>
  choose<T>(message: string, choices: readonly Choice<T>[], usual?: T): Promise<T>
  chooseSome<T>(message: string, choices: readonly Choice<T>[], least: number, chosen?: readonly T[]): Promise<T[]>
  /** One of many, found by typing a part of its name. */
  find<T>(message: string, choices: readonly Choice<T>[]): Promise<T>
  confirm(message: string, usual: boolean): Promise<boolean>
}

const KEYS: Readonly<Record<string, string>> = {
  navigate: '移动',
  select: '选这个',
  submit: '确定',
  all: '全选',
  invert: '反选',
}
const NAMES: Readonly<Record<string, string>> = { space: '空格', '⏎': '回车' }

/** The line of keys below a list. */
function keysHelpTip(keys: readonly (readonly [key: string, action: string])[]): string {
  return keys
    .map(([key, action]) => `${styleText('bold', NAMES[key] ?? key)} ${styleText('dim', KEYS[action] ?? action)}`)
    .join(styleText('dim', '　'))
}

const PAGE = 12
const theme = { style: { keysHelpTip } }
const ticking = {
  style: {
    keysHelpTip: () =>
      keysHelpTip([
        ['↑↓', 'navigate'],
        ['space', '勾选'],
        ['⏎', 'submit'],
      ]),
  },
}

const NOTHING = new Separator('没有找到，删掉几个字再试。')

/** The usual choice stands first, where the cursor is. */
function first<T>(choices: readonly Choice<T>[], usual: T | undefined): readonly Choice<T>[] {
  return choices.toSorted((a, b) => Number(b.value === usual) - Number(a.value === usual))
}

/** Asks whoever sits at the terminal. */
export const terminalPrompts: Prompts = {
  text: async (message, check, usual) =>
    (await input({ message, validate: check, ...(usual === undefined ? {} : { default: usual }) })).trim(),
  choose: (message, choices, usual) =>
    select({ message, choices: first(choices, usual), pageSize: PAGE, loop: false, theme }),
  chooseSome: (message, choices, least, chosen = []) =>
    checkbox({
      message,
      choices: choices.map((choice) => ({ ...choice, checked: chosen.includes(choice.value) })),
      pageSize: PAGE,
      loop: false,
      theme: ticking,
      shortcuts: { all: null, invert: null },
      validate: (picked) => picked.length >= least || `至少勾选${least}项：按空格键勾选，再按回车键。`,
    }),
  find: (message, choices) =>
    search({
      message,
      pageSize: PAGE,
      theme,
      source: (term) => {
        const found = choices.filter(({ name }) => name.includes(term?.trim() ?? ''))
        return found.length > 0 ? found : [NOTHING]
      },
    }),
  confirm: (message, usual) =>
    confirm({
      message: `${message}（y 是，n 否；直接回车是“${usual ? '是' : '否'}”）`,
      default: usual,
      theme: { keywords: { yes: '是', no: '否', error: () => '请输入 y（是）或者 n（否），再按回车键。' } },
    }),
}
