import DownloadOutlined from '@mui/icons-material/DownloadOutlined';
import { Box, Typography } from '@mui/material';
import { useListContext, useRedirect, useResourceContext, useTranslate } from 'react-admin';
import type { ResourceDocuments } from '../../providers/data/documents.ts';
import { apiFilter } from '../../providers/data/filter.ts';
import { notInForm } from '../../shared/form/form-fields.ts';
import { narrowing } from '../../shared/list/filters/active-filters.ts';
import { FilterWords } from '../../shared/list/filters/FilterWords.tsx';
import type { FilterInputs } from '../../shared/list/filters/filter-inputs.ts';
import { useConsoleResource } from '../../shared/resource/useConsoleResources.ts';
import { useHasRight } from '../../shared/rights/useRights.ts';
import { VerbButton } from '../../shared/verb/VerbButton.tsx';
import { exportFields, exportLayout, usualValues } from './export-fields.tsx';
import { exportFilter } from './export-filter.ts';
import { startExport } from './exports.graphql.ts';

type Filter = Record<string, unknown>;

function filterFor(documents: ResourceDocuments | undefined, values: Filter): Filter {
  const filter = apiFilter(values);
  return documents?.mapFilter?.(filter) ?? filter;
}

/** Which rows the file will hold: how many, and the filter in words. */
function Lead({ filter, inputs }: { filter: Filter; inputs: FilterInputs }) {
  const translate = useTranslate();
  const { total } = useListContext();
  const count = total?.toLocaleString('en-US');
  const narrowed = narrowing(filter);
  return (
    <Box sx={{ mb: 1 }}>
      <Typography>
        {count === undefined
          ? translate('resources.exports.leadUncounted')
          : translate('resources.exports.lead', { count })}
      </Typography>
      {narrowed.length === 0 && (
        <Typography variant="body2">{translate('resources.exports.notNarrowed')}</Typography>
      )}
      <Box component="ul" sx={{ m: 0, pl: 3 }}>
        {narrowed.map(([source, value]) => (
          <Typography key={source} component="li" variant="body2" sx={{ overflowWrap: 'anywhere' }}>
            <FilterWords source={source} value={value} inputs={inputs} />
          </Typography>
        ))}
      </Box>
    </Box>
  );
}

interface ExportButtonProps {
  inputs: FilterInputs;
  /** Filters that the page itself sets. */
  always?: Filter;
}

/** Exports all rows of the current list, as filtered. */
export function ExportButton({ inputs, always }: ExportButtonProps) {
  const redirect = useRedirect();
  const resource = useConsoleResource(useResourceContext());
  const { filterValues } = useListContext();
  const exported = resource?.exports?.find(({ list }) => list);
  const mayExport = useHasRight('export.run');
  if (!exported?.list || !mayExport) return null;
  const narrowed = { ...filterValues, ...always };
  const filter = exportFilter(exported.list, filterFor(resource?.documents, narrowed));
  return (
    <VerbButton
      label="resources.exports.start"
      title="resources.exports.startTitle"
      variant="text"
      icon={<DownloadOutlined />}
      operation={`startExport ${resource?.name} ${JSON.stringify(filter ?? {})}`}
      defaultValues={usualValues}
      send={startExport}
      given={{ type: exported.type, filter }}
      fields={{ ...exportFields, divisionCode: notInForm, fields: notInForm, where: notInForm }}
      layout={exportLayout}
      success="resources.exports.started"
      onDone={() => {
        redirect('list', 'exports');
        return undefined;
      }}
    >
      <Lead filter={narrowed} inputs={inputs} />
    </VerbButton>
  );
}
