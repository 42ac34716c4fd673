import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useHref, useLinkClickHandler } from 'react-router'

/** A link that stands among buttons. */
export function LinkButton(props: { to: string; primary?: boolean; children: ReactNode }) {
  const href = useHref(props.to)
  const follow = useLinkClickHandler<HTMLAnchorElement>(props.to)
  return (
    <Button
      type={props.primary ? 'primary' : 'default'}
      href={href}
      onClick={e => follow(e as React.MouseEvent<HTMLAnchorElement>)}
    >
      {props.children}
    </Button>
  )
}
