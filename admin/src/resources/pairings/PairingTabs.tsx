import { Tab, Tabs } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';

/** Links that look like tabs: each is a page of its own with its own address. */
export function PairingTabs({ value }: { value: '/pairings' | '/pairings/gaps' }) {
  const translate = useTranslate();
  return (
    <Tabs
      component="nav"
      value={value}
      aria-label={translate('resources.pairings.tab.label')}
      sx={{ borderBottom: 1, borderColor: 'divider', mb: 1 }}
    >
      <Tab
        component={Link}
        to="/pairings"
        value="/pairings"
        label={translate('resources.pairings.tab.all')}
      />
      <Tab
        component={Link}
        to="/pairings/gaps"
        value="/pairings/gaps"
        label={translate('resources.pairings.tab.gaps')}
      />
    </Tabs>
  );
}
