import { App } from 'antd'

/** Says that something is done: what it was done with has gone from the page, and the place where one worked is found again. */
export function useSaid(words: string, also?: () => void): () => void {
  const { message } = App.useApp()
  return () => {
    also?.()
    void message.success(words)
    document.getElementById('content')?.focus({ preventScroll: true })
  }
}
