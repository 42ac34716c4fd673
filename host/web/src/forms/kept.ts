import { useCallback, useEffect, useRef, useState } from 'react'

const prefix = 'oneseal.kept.'

/**
 * What somebody types, kept in this browser until it is handed in: a dropped connection, a restarted host, a closed tab lose nothing.
 * Kept for one person: what another typed on the same machine is not shown.
 */
export function useKept<T>(
  owner: string,
  name: string,
  initial: T,
): [T, (next: T | ((now: T) => T)) => void, () => void] {
  const key = `${prefix}${owner}.${name}`
  const [value, setValue] = useState<T>(() => read(key) ?? initial)
  const isMine = useRef(key)

  useEffect(() => {
    if (isMine.current === key) return
    isMine.current = key
    setValue(read(key) ?? initial)
  }, [key, initial])

  const set = useCallback(
    (next: T | ((now: T) => T)) =>
      setValue(now => {
        const changed = typeof next === 'function' ? (next as (now: T) => T)(now) : next
        write(key, changed)
        return changed
      }),
    [key],
  )
  const forget = useCallback(() => localStorage.removeItem(key), [key])
  return [value, set, forget]
}

/** Nothing of one person stays for the next at the same counter. */
export function forgetAllOf(owner: string): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith(`${prefix}${owner}.`)) localStorage.removeItem(key)
}

/** What was kept under a name, outside of a component that holds it. */
export function kept<T>(owner: string, name: string): T | undefined {
  return read<T>(`${prefix}${owner}.${name}`)
}

export function keep<T>(owner: string, name: string, value: T): void {
  write(`${prefix}${owner}.${name}`, value)
}

export function forgetKept(owner: string, name: string): void {
  localStorage.removeItem(`${prefix}${owner}.${name}`)
}

function write<T>(key: string, value: T): void {
  try {
    localStorage.setItem(key, JSON.stringify(value))
  } catch {
    // Full or forbidden: the page still holds it.
  }
}

function read<T>(key: string): T | undefined {
  try {
    const text = localStorage.getItem(key)
    return text === null ? undefined : (JSON.parse(text) as T)
  } catch {
    return undefined
  }
}
