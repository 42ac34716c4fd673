const units = ['字节', 'KB', 'MB', 'GB', 'TB']

/** 1.5 GB */
export function sizeText(bytes: number): string {
  let [size, unit] = [bytes, 0]
  while (size >= 1024 && unit < units.length - 1) {
    size /= 1024
    unit++
  }
  return `${unit === 0 || size >= 100 ? Math.round(size) : Math.round(size * 10) / 10} ${units[unit]}`
}

/** 3天4小时, 2小时5分, 40秒: the two largest parts. */
export function durationText(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds))
  const [days, hours, minutes] = [Math.floor(whole / 86400), Math.floor(whole / 3600) % 24, Math.floor(whole / 60) % 60]
  if (days > 0) return hours > 0 ? `${days}天${hours}小时` : `${days}天`
  if (hours > 0) return minutes > 0 ? `${hours}小时${minutes}分` : `${hours}小时`
  return minutes > 0 ? `${minutes}分${whole % 60 > 0 ? `${whole % 60}秒` : ''}` : `${whole}秒`
}

/** Above what is counted exactly it is said so. */
export function upToText(count: number, most = 10_000): string {
  return count >= most ? `${most}以上` : String(count)
}

/** How far a walk through the journal is, of what was estimated; never full before it has ended. */
export function percentOf(events: number, estimated: number): number {
  return estimated <= 0 ? 0 : Math.min(99, Math.floor((events / estimated) * 100))
}
