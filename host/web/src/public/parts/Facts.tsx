import type { ReactNode } from 'react'

/** Labels and what stands for them; what is not there is left out. */
export function Facts(props: { of: readonly (readonly [string, ReactNode] | null | undefined | false)[] }) {
  return (
    <dl className="facts">
      {props.of.map(fact =>
        fact ? (
          <div key={fact[0]} style={{ display: 'contents' }}>
            <dt>{fact[0]}</dt>
            <dd>{fact[1]}</dd>
          </div>
        ) : null,
      )}
    </dl>
  )
}
