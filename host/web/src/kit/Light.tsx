/** How something stands in time: a form and a word, never a colour alone. */
export type LightState = 'normal' | 'near' | 'promise' | 'statute' | 'overdue' | 'paused'

const words: Record<LightState, [className: string, word: string]> = {
  normal: ['normal', '正常'],
  near: ['near', '临期'],
  promise: ['promise', '超承诺时限'],
  statute: ['statute', '超法定时限'],
  overdue: ['statute', '超期'],
  paused: ['paused', '中止计时'],
}

export function Light(props: { of: LightState | null | undefined; also?: string }) {
  if (!props.of) return <span className="quiet">—</span>
  const [className, word] = words[props.of]
  return (
    <span className={`light ${className}`}>
      <i aria-hidden="true" />
      {word}
      {props.also ? <span className="quiet">{props.also}</span> : null}
    </span>
  )
}
