import Translate from '@mui/icons-material/Translate';
import { Button } from '@mui/material';
import { useLocaleState, useTranslate } from 'react-admin';
import { LOCALES } from '../i18n/locale.ts';

/** With two languages a switch beats a menu: it names the language it leads to, in that language. */
export function LocaleSwitch() {
  const [locale, setLocale] = useLocaleState();
  const translate = useTranslate();
  const next = LOCALES.find((candidate) => candidate.locale !== locale);
  if (!next) return null;
  return (
    <Button
      color="inherit"
      size="small"
      startIcon={<Translate fontSize="small" />}
      title={translate('bangfu.app.language')}
      onClick={() => setLocale(next.locale)}
    >
      <span lang={next.locale}>{next.name}</span>
    </Button>
  );
}
