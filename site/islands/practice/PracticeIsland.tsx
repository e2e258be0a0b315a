import { useEffect, useMemo } from 'preact/hooks'
import { beijingDay } from '../../../content/domain/beijing-day.ts'
import { createLanguage, type IslandTexts, LanguageContext } from '../i18n.ts'
import type { LawIds } from '../question/CitationText.tsx'
import { isAnswered } from '../question/response.ts'
import { useAnsweringMark } from '../use-answering-mark.ts'
import { useStore } from '../use-store.ts'
import { OfflineDoor } from './OfflineDoor.tsx'
import type { OfflineProps } from './OfflinePanel.tsx'
import { orKept } from './or-kept.ts'
import { PracticeQuestion } from './PracticeQuestion.tsx'
import { checkAnswer, getPracticeQuestions } from './practice-calls.ts'
import { Summary } from './Summary.tsx'
import { currentQuestion, FIRST_STATE, practiceReducer } from './state.ts'
import { TopicChoice, type TopicChoiceItem } from './TopicChoice.tsx'

interface Props {
  texts: IslandTexts
  topics: readonly TopicChoiceItem[]
  laws: LawIds
  /** How much there is to keep for practice without network. */
  offline: Pick<OfflineProps, 'questions' | 'size'>
}

/** Chance of the browser; nothing depends on it but the order of practice. */
const CHANCE = { below: (bound: number) => Math.floor(Math.random() * bound) }

/** Practice: choose a topic, answer, see at once, sum up. `?topic=` in the address chooses beforehand. */
export function PracticeIsland({ texts, topics, laws, offline }: Props) {
  const language = useMemo(() => createLanguage(texts), [texts])
  const { get, dispatch } = useStore(practiceReducer, FIRST_STATE)
  const state = get()
  const question = currentQuestion(state)

  useEffect(() => {
    const asked = new URLSearchParams(location.search).get('topic')
    const topic = topics.find(({ id }) => id === asked)
    if (topic !== undefined) dispatch({ type: 'topic-chosen', topic: topic.id })
  }, [topics, dispatch])

  useAnsweringMark(state.stage === 'asking')

  const load = async () => {
    if (get().busy) return
    dispatch({ type: 'called' })
    const { topic } = get()
    const called = await orKept(getPracticeQuestions(topic), async (code) => {
      const kept = await code.usableKept()
      return kept && { questions: code.questionsOf(kept, topic, beijingDay(Date.now())) }
    })
    if (called.ok) dispatch({ type: 'loaded', questions: called.value.questions, random: CHANCE })
    else dispatch({ type: 'failed', failure: called.failure })
  }

  const check = async () => {
    const { busy, response } = get()
    if (busy || question === null) return
    if (!isAnswered(response)) return dispatch({ type: 'answer-missing' })
    dispatch({ type: 'called' })
    const called = await orKept(checkAnswer(question.id, response), async (code) => {
      const kept = await code.usableKept()
      return kept && code.checkKept(kept, question.id, response)
    })
    if (called.ok) dispatch({ type: 'checked', checked: called.value })
    else dispatch({ type: 'failed', failure: called.failure })
  }

  return (
    <LanguageContext.Provider value={language}>
      <div class="quiz needs-script">
        {state.stage === 'choosing' && (
          <TopicChoice
            state={state}
            topics={topics}
            onChoose={(topic) => dispatch({ type: 'topic-chosen', topic })}
            onStart={load}
          />
        )}
        {state.stage === 'choosing' && <OfflineDoor topics={topics} {...offline} />}
        {question !== null && (
          <PracticeQuestion
            key={`${question.id}-${state.place}`}
            state={state}
            question={question}
            laws={laws}
            onAnswer={(response) => dispatch({ type: 'answered', response })}
            onCheck={check}
            onNext={() => dispatch({ type: 'next' })}
          />
        )}
        {state.stage === 'summary' && (
          <Summary
            state={state}
            laws={laws}
            onMissed={() => dispatch({ type: 'missed-again' })}
            onAnother={() => dispatch({ type: 'next-round', random: CHANCE })}
            onTopics={() => dispatch({ type: 'back-to-topics' })}
          />
        )}
      </div>
    </LanguageContext.Provider>
  )
}
