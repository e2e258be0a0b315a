/** Whom the former retirement age grouped together: men (60), and women whose former age was 55 or 50. */
export const RETIREMENT_GROUPS = ['man', 'woman-55', 'woman-50'] as const
export type RetirementGroup = (typeof RETIREMENT_GROUPS)[number]
