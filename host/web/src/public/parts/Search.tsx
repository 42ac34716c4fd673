import { type FormEvent, useEffect, useState } from 'react'

/** A search box with its button. */
export function Search(props: { label: string; placeholder?: string; value: string; search: (text: string) => void }) {
  const [text, setText] = useState(props.value)
  useEffect(() => setText(props.value), [props.value])
  function submit(e: FormEvent) {
    e.preventDefault()
    props.search(text.trim())
  }
  return (
    <search>
      <form className="search" onSubmit={submit}>
        <input
          className="input"
          type="search"
          aria-label={props.label}
          placeholder={props.placeholder}
          value={text}
          onChange={e => setText(e.target.value)}
        />
        <button type="submit" className="button main">
          查找
        </button>
      </form>
    </search>
  )
}
