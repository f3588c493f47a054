import DownloadOutlined from '@mui/icons-material/DownloadOutlined';
import { Typography } from '@mui/material';
import { useListContext, useRedirect, useResourceContext, useTranslate } from 'react-admin';
import { apiFilter } from '../../providers/filter.ts';
import { useHasRight } from '../../shared/rights/useRights.ts';
import { VerbButton } from '../../shared/verb/VerbButton.tsx';
import { resourceDefinitions } from '../definitions.ts';
import { ExportInputs, usualValues } from './ExportInputs.tsx';
import { exportableOf, exportFilter } from './exportable.ts';
import { startExport } from './exports.graphql.ts';

type Filter = Record<string, unknown>;

function filterFor(resource: string, values: Filter): Filter {
  const filter = apiFilter(values);
  return resourceDefinitions[resource]?.mapFilter?.(filter) ?? filter;
}

function Lead() {
  const translate = useTranslate();
  const { total } = useListContext();
  const count = total?.toLocaleString('en-US');
  return (
    <Typography sx={{ mb: 1 }}>
      {count === undefined
        ? translate('resources.exports.leadUncounted')
        : translate('resources.exports.lead', { count })}
    </Typography>
  );
}

/** All rows of the list at hand, as it is filtered; `always` is what the page itself narrows it by. */
export function ExportButton({ always }: { always?: Filter }) {
  const redirect = useRedirect();
  const resource = useResourceContext() ?? '';
  const { filterValues } = useListContext();
  const exportable = exportableOf(resource);
  const mayExport = useHasRight('export.run');
  if (!exportable || !mayExport) return null;
  const filter = exportFilter(exportable, filterFor(resource, { ...filterValues, ...always }));
  return (
    <VerbButton
      label="resources.exports.start"
      title="resources.exports.startTitle"
      variant="text"
      icon={<DownloadOutlined />}
      operation={`startExport ${resource} ${JSON.stringify(filter ?? {})}`}
      defaultValues={usualValues}
      run={(values) => startExport({ ...values, type: exportable.type, filter })}
      success="resources.exports.started"
      onDone={() => {
        redirect('list', 'exports');
        return undefined;
      }}
    >
      <Lead />
      <ExportInputs />
    </VerbButton>
  );
}
