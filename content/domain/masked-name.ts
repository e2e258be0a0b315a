/** Family names of two characters, as the census has them most often; every other name has one. */
const COMPOUND =
  /^(欧阳|上官|司马|诸葛|夏侯|东方|皇甫|尉迟|公孙|慕容|令狐|宇文|长孙|司徒|司空|端木|百里|南宫|独孤|呼延|轩辕|闻人|赫连|澹台|万俟|第五)/u

/**
 * A person's name for people outside the unit: the family name and one star, however long the rest is, so that the
 * length gives nothing away.
 *
 * @example maskedName('张小明') // '张*'
 * @example maskedName('欧阳明') // '欧阳*'
 */
export function maskedName(name: string): string {
  const family = COMPOUND.exec(name)?.[0]
  // A family name alone would be the whole name.
  return `${family !== undefined && family !== name ? family : ([...name][0] ?? '')}*`
}
