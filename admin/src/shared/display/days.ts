import { useLocale } from 'react-admin';

/** Instants are shown in the county's time zone, whatever the computer's; days are shown as stored. */
export function formatInstant(instant: string, locale: string): string {
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'zh-CN', {
    timeZone: 'Asia/Shanghai',
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(new Date(instant));
}

export function useFormatInstant(): (instant: string) => string {
  const locale = useLocale();
  return (instant) => formatInstant(instant, locale ?? 'zh-CN');
}
