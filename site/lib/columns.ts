import { FOOTER_GROUPS, MENU, type Section } from './navigation.ts'

/**
 * What the columns of the site say about themselves in the tags of 政府网站网页标签规范 (`ColumnType`, `ColumnKeywords`);
 * names and descriptions are texts of `site/locales`. Chinese only, as the tags are.
 */

/** A column of the site: a section of the menu or the foot that has a page of its own. */
export type ColumnKey = Exclude<
  (typeof MENU)[number]['key'] | (typeof FOOTER_GROUPS)[number]['sections'][number]['key'],
  'privacy' | 'accessibility'
>

/** Type and keywords of a column. */
export interface ColumnTags {
  readonly type: string
  readonly keywords: readonly string[]
}

/** The tags of every column. */
export const COLUMN_TAGS: Readonly<Record<ColumnKey, ColumnTags>> = {
  explainers: { type: '政策解读', keywords: ['劳动权益', '社会保险', '办事解读'] },
  remedies: { type: '办事指引', keywords: ['维权', '投诉', '仲裁', '行政复议'] },
  calculators: { type: '便民工具', keywords: ['加班费', '年休假', '经济补偿', '退休时间'] },
  lessons: { type: '以案释法', keywords: ['案例', '劳动争议', '普法'] },
  laws: { type: '法律法规', keywords: ['劳动法', '劳动合同法', '社会保险法'] },
  practice: { type: '互动学习', keywords: ['法律知识', '练习', '学法'] },
  contests: { type: '互动学习', keywords: ['法律知识竞赛', '答题', '普法'] },
  search: { type: '站内搜索', keywords: ['搜索', '劳动法律'] },
  responsibilities: { type: '信息公开', keywords: ['普法责任清单', '谁执法谁普法'] },
  campaigns: { type: '工作动态', keywords: ['普法活动', '宪法宣传周'] },
  notices: { type: '信息公开', keywords: ['普法提示', '法治宣传教育法'] },
  lecturers: { type: '信息公开', keywords: ['普法讲师团', '宣讲'] },
  documents: { type: '政策文件', keywords: ['规范性文件', '人力资源和社会保障'] },
  cases: { type: '以案释法', keywords: ['典型案例', '劳动人事争议'] },
  glossary: { type: '名词解释', keywords: ['法律名词', '社会保险名词'] },
  about: { type: '网站信息', keywords: ['关于本站', '联系方式', '无障碍'] },
}

/** A column with its address, without language. */
export interface Column {
  readonly key: ColumnKey
  readonly path: string
}

const isColumn = (section: Section): section is Column => section.key in COLUMN_TAGS
const sections = [...MENU, ...FOOTER_GROUPS.flatMap((group): readonly Section[] => group.sections)]

/** Every column of the site, in the order of menu and foot. */
export const COLUMNS: readonly Column[] = sections.filter(isColumn)

/** The column that an address belongs to: the page of the column itself, or one below it. */
export function columnOf(path: string): Column | undefined {
  return COLUMNS.find((column) => path.startsWith(column.path))
}
