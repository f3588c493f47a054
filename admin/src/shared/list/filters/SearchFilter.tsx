import { SearchInput, useTranslate } from 'react-admin';

interface SearchFilterProps {
  source: string;
  /** Message key of what may be typed. */
  hint: string;
  alwaysOn?: boolean;
}

export function SearchFilter({ source, hint }: SearchFilterProps) {
  const translate = useTranslate();
  const words = translate(hint);
  return (
    <SearchInput
      source={source}
      placeholder={words}
      title={words}
      slotProps={{ htmlInput: { 'aria-label': translate('bangfu.list.search') } }}
      sx={{ width: { xs: '100%', sm: 320 } }}
      helperText={false}
    />
  );
}
