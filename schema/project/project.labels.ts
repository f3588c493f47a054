import { calledAs, defineLabels } from '#schema/codes/labels/define-labels.ts';
import { ProjectKind } from '#schema/codes/money/project.codes.ts';

export const projectLabels = [
  defineLabels(
    'Project',
    {
      number: ['项目编号', 'Number'],
      name: ['项目名称', 'Name'],
      kind: calledAs(ProjectKind),
      year: ['计划年度', 'Year of the plan'],
      budget: ['计划投资', 'Budget'],
      content: ['建设内容', 'What is done'],
      createdAt: ['建档时间', 'Put on file'],
      organization: ['实施单位', 'Carried out by'],
      organizationId: ['实施单位', 'Carried out by'],
      division: ['实施地点', 'Place'],
      divisionCode: ['实施地点', 'Place'],
    },
    {
      title: ['帮扶项目', 'Project', 'Projects'],
      isFollowed: true,
      inputs: ['CreateProjectInput', 'UpdateProjectInput'],
    },
  ),
];
