import { useEffect } from 'preact/hooks'

/**
 * Marks the page while someone answers, so that styles can put away what introduces it.
 */
export function useAnsweringMark(answering: boolean): void {
  useEffect(() => {
    document.documentElement.classList.toggle('quiz-answering', answering)
  }, [answering])
}
