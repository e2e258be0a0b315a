import { writeXlsx } from 'hucre/xlsx'
import { beijingMinute } from '../domain/dates.ts'
import { NO_RATE, RATES, type Rate, rateOf, type Standing } from '../domain/result-sheet.ts'
import type { PersonResult, ResultsOf, UnitResult } from '../domain/results-api.ts'
import { FONT, type FormulaCell, firstTableRow, type PrintedSheet, type SheetCell, toWriteSheet } from './sheet.ts'

/** Result sheets as a workbook: 成绩 of people, 单位汇总 with live formulas, 免考人员; each with places to sign and to seal. */

/** What a workbook is made from. */
export interface ResultSheet {
  readonly assessment: ResultsOf
  /** Name of the unit that it is of. */
  readonly unit: string
  /** Milliseconds since 1970. */
  readonly madeAt: number
  readonly people: readonly PersonResult[]
  readonly units: readonly UnitResult[]
}

const STANDINGS: Readonly<Record<Standing, string>> = { sat: '参考', absent: '缺考', writing: '答题中', exempt: '免考' }
const SIGNATURES =
  '制表人：＿＿＿＿＿＿　　审核人：＿＿＿＿＿＿　　单位负责人：＿＿＿＿＿＿　　（单位盖章）　　＿＿＿＿年＿＿月＿＿日'

/** Seconds as minutes and seconds. */
function duration(seconds: number): string {
  return `${Math.floor(seconds / 60)}分${String(seconds % 60).padStart(2, '0')}秒`
}

function headOf({ assessment, unit, madeAt }: ResultSheet): string[] {
  const { passMark, maxScore, excellent } = assessment
  const best = excellent === null ? '' : `，${excellent.name}${excellent.from}分以上`
  const state = assessment.isOver ? '' : '　　考试还没有结束，成绩会变'
  return [
    `单位：${unit}　　制表时间：${beijingMinute(madeAt)}（北京时间）${state}`,
    `满分${maxScore}分，及格${passMark}分${best}。有几次成绩的，按考试规则计其中一次。`,
  ]
}

function resultCells({ result, attempts }: PersonResult): SheetCell[] {
  if (result === null) return [null, null, null, attempts, null, null]
  const { score, band, passed, timeUsedSeconds, finishedAt } = result
  return [
    ...[score, band, passed ? '及格' : '不及格', attempts],
    ...[duration(timeUsedSeconds), beijingMinute(Date.parse(finishedAt))],
  ]
}

function peopleSheet(sheet: ResultSheet): PrintedSheet {
  const due = sheet.people.filter(({ standing }) => standing !== 'exempt')
  return {
    name: '成绩',
    title: `${sheet.assessment.title}成绩表`,
    notes: headOf(sheet),
    columns: [
      { header: '序号', width: 6 },
      { header: '工号', width: 14 },
      { header: '姓名', width: 12 },
      { header: '单位', width: 40 },
      { header: '状态', width: 8 },
      { header: '得分', width: 8 },
      { header: '等次', width: 10 },
      { header: '是否及格', width: 10 },
      { header: '答题次数', width: 10 },
      { header: '用时', width: 11 },
      { header: '交卷时间（北京）', width: 18 },
    ],
    rows: due.map((person, index) => ({
      cells: [
        ...[index + 1, person.staffNumber, person.name, person.unitPath, STANDINGS[person.standing]],
        ...resultCells(person),
      ],
    })),
    below: ['免考人员另列一表，不在本表内。', SIGNATURES],
  }
}

const COLUMN = {
  ...{ listed: 'B', exempt: 'C', due: 'D', sat: 'E', absent: 'F', passed: 'G', excellent: 'H' },
} as const satisfies Partial<Record<keyof UnitResult, string>>

function difference(of: keyof typeof COLUMN, minus: keyof typeof COLUMN, line: UnitResult, row: number): FormulaCell {
  return { formula: `${COLUMN[of]}${row}-${COLUMN[minus]}${row}`, result: line[of] - line[minus] }
}

function rate(rate: Rate & { of: keyof typeof COLUMN; by: keyof typeof COLUMN }, line: UnitResult, row: number) {
  const [of, by] = [`${COLUMN[rate.of]}${row}`, `${COLUMN[rate.by]}${row}`]
  return { formula: `IF(${by}=0,"${NO_RATE}",${of}/${by})`, result: rateOf(line, rate) ?? NO_RATE }
}

function unitsSheet(sheet: ResultSheet): PrintedSheet {
  const hasExcellence = sheet.assessment.excellent !== null
  const notes = headOf(sheet)
  const first = firstTableRow({ notes })
  const percent = { width: 10, format: '0.00%' }
  return {
    name: '单位汇总',
    title: `${sheet.assessment.title}情况汇总表`,
    notes,
    columns: [
      { header: '单位（含下级）', width: 40 },
      ...['在册', '免考', '应考', '参考', '缺考', '及格', '优秀'].map((header) => ({ header, width: 8 })),
      ...Object.values(RATES).map(({ name }) => ({ header: name, ...percent })),
    ],
    rows: sheet.units.map((line, index) => {
      const row = first + index
      return {
        indent: line.depth,
        cells: [
          ...[line.name, line.listed, line.exempt],
          difference('listed', 'exempt', line, row),
          line.sat,
          difference('due', 'sat', line, row),
          ...[line.passed, hasExcellence ? line.excellent : NO_RATE],
          rate(RATES.sat, line, row),
          rate(RATES.passed, line, row),
          hasExcellence ? rate(RATES.excellent, line, row) : NO_RATE,
        ],
      }
    }),
    below: [
      ...Object.values(RATES).map(({ formula }) => formula),
      `免考人员单独列出，不计入应考人数。分母是0的写“${NO_RATE}”。${hasExcellence ? '' : '这次考试没有定优秀等次。'}`,
      SIGNATURES,
    ],
  }
}

function exemptSheet(sheet: ResultSheet): PrintedSheet {
  return {
    name: '免考人员',
    title: `${sheet.assessment.title}免考人员名单`,
    notes: headOf(sheet).slice(0, 1),
    columns: [
      { header: '序号', width: 6 },
      { header: '工号', width: 14 },
      { header: '姓名', width: 12 },
      { header: '单位', width: 40 },
      { header: '免考原因', width: 30 },
      { header: '证明材料', width: 24 },
      { header: '批准人', width: 14 },
      { header: '仍参考的得分', width: 14 },
    ],
    rows: sheet.people
      .filter(({ standing }) => standing === 'exempt')
      .map(({ staffNumber, name, unitPath, exemption, result }, index) => ({
        cells: [
          ...[index + 1, staffNumber, name, unitPath],
          ...[exemption?.reason ?? null, exemption?.attachment ?? null, exemption?.approver ?? null],
          result?.score ?? null,
        ],
      })),
    below: [SIGNATURES],
  }
}

/** The workbook; the same results at the same time give the same bytes. */
export async function resultWorkbook(sheet: ResultSheet): Promise<Uint8Array<ArrayBuffer>> {
  const made = new Date(sheet.madeAt)
  const bytes = await writeXlsx({
    sheets: [peopleSheet, unitsSheet, exemptSheet].map((make) => toWriteSheet(make(sheet))),
    defaultFont: FONT,
    properties: { title: `${sheet.assessment.title}成绩`, created: made, modified: made },
  })
  return Uint8Array.from(bytes)
}
