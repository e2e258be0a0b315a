import { askCampaign } from './ask-campaign.ts'
import { askActivity, askResponsibility } from './ask-duty.ts'
import { askPage, askQuestions } from './ask-page.ts'
import type { Ask, Given } from './asking.ts'
import { KIND_TEXTS, KINDS, type Kind } from './kinds.ts'
import type { Prompts } from './prompts.ts'

/** The conversation of `npm run new`: one question after the other, each with what is usual. */

/** Asks what to make. */
export function askKind(prompts: Prompts): Promise<Kind> {
  return prompts.choose(
    '要做什么？',
    KINDS.map((kind) => ({ value: kind, name: KIND_TEXTS[kind].name, description: KIND_TEXTS[kind].use })),
  )
}

/** Asks everything that a kind needs; what isn't asked is left to what is usual. */
export async function askAnswers(kind: Kind, ask: Ask): Promise<Given> {
  switch (kind) {
    case 'explainer':
    case 'lesson':
      return askPage(ask, kind)
    case 'campaign':
      return askCampaign(ask)
    case 'questions':
      return askQuestions(ask)
    case 'responsibility':
      return askResponsibility(ask)
    case 'activity':
      return askActivity(ask)
  }
}
