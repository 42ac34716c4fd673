import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useKindChanged } from '../../api/live'

/** What another administrator decides of a module is seen at once; what a module does by itself, when it is asked next. */
export function useModulesFollowed() {
  const queries = useQueryClient()
  useKindChanged(
    'module',
    useCallback(() => {
      void queries.invalidateQueries({ queryKey: ['modules'] })
      void queries.invalidateQueries({ queryKey: ['module'] })
    }, [queries]),
  )
}
