import { useNotify } from 'react-admin';
import { useLang } from '../codes/codes.ts';

interface Notice {
  zh: string;
  en: string;
}

const LONG_ENOUGH_TO_READ_MS = 10_000;

/** What the server let pass, but wants known, such as a cadre above the county's limit. */
export function useWarnings(): (notices: readonly Notice[] | undefined) => void {
  const notify = useNotify();
  const lang = useLang();
  return (notices = []) => {
    for (const notice of notices) {
      notify(notice[lang], { type: 'warning', autoHideDuration: LONG_ENOUGH_TO_READ_MS });
    }
  };
}
