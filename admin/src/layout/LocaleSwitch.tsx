import Translate from '@mui/icons-material/Translate';
import { Button } from '@mui/material';
import { useState } from 'react';
import { useSetLocale, useTranslate } from 'react-admin';
import { currentLocale, LOCALES } from '../i18n/locale.ts';

/** With two languages a switch is simpler than a menu; it shows the name of the other language in that language. */
export function LocaleSwitch() {
  const setLocale = useSetLocale();
  // The language on the screen, not the chosen one: messages load after the choice, and then the page is mounted again.
  const [shown] = useState(currentLocale);
  const translate = useTranslate();
  const next = LOCALES.find(({ locale }) => locale !== shown);
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
