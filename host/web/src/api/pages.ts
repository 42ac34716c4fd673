import { useInfiniteQuery } from '@tanstack/react-query'

export interface PageOf<T> {
  items: T[]
  next?: string | null
}

export interface Rows<T> {
  rows: T[]
  loading: boolean
  fault: unknown
  /** Undefined at the end. */
  more: (() => void) | undefined
  loadingMore: boolean
  again: () => void
}

/** The rows of a list that pages by key: the first ones at once, further ones when they are asked for. */
export function usePages<T>(
  key: readonly unknown[],
  read: (after: string | undefined) => Promise<PageOf<T>>,
  options: { enabled?: boolean; keepShown?: boolean } = {},
): Rows<T> {
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam }) => read(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.next ?? undefined,
    enabled: options.enabled ?? true,
    placeholderData: options.keepShown ? shown => shown : undefined,
  })
  return {
    rows: query.data?.pages.flatMap(p => p.items) ?? [],
    loading: query.isPending && query.fetchStatus !== 'idle',
    fault: query.error,
    more: query.hasNextPage ? () => void query.fetchNextPage() : undefined,
    loadingMore: query.isFetchingNextPage,
    again: () => void query.refetch(),
  }
}
