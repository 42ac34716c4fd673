/** What will happen, sentence by sentence. */
export function Sentences(props: { of: readonly string[] }) {
  return (
    <ul style={{ paddingLeft: 18, margin: '4px 0' }}>
      {props.of.map(s => (
        <li key={s}>{s}</li>
      ))}
    </ul>
  )
}
