import { useEffect } from 'preact/hooks'
import { ANSWERING_LOCK } from '../offline/names.ts'

/**
 * Marks the page while someone answers, so that styles can put away what introduces it, and holds the lock that keeps a new
 * version of the service worker waiting.
 */
export function useAnsweringMark(answering: boolean): void {
  useEffect(() => {
    document.documentElement.classList.toggle('quiz-answering', answering)
    if (!answering) return
    let end = () => {}
    const answered = new Promise<void>((resolve) => {
      end = resolve
    })
    // Without locks a new version waits until all windows are closed, whatever happens in them.
    void navigator.locks?.request(ANSWERING_LOCK, { mode: 'shared' }, () => answered)
    return end
  }, [answering])
}
