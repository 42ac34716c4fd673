import { useEffect } from 'react'

/** The page's name: its first heading, and the name of the tab. */
export function useTitle(title: string | undefined): void {
  useEffect(() => {
    document.title = title ? `${title} · 一章通办` : '一章通办 · 政务服务'
  }, [title])
}

export function Title(props: { children: string }) {
  useTitle(props.children)
  return <h1>{props.children}</h1>
}
