import type { MessageTree } from './messages.ts';

/** Messages of the layout; a resource keeps its own messages in its folder. */
export const bangfuMessages = {
  app: {
    name: ['帮扶', 'Bangfu'],
    title: ['防返贫帮扶管理系统', 'Household Support Register'],
    allCounties: ['全部区划', 'All divisions'],
    language: ['切换语言', 'Change language'],
    home: ['返回首页', 'Go to the first page'],
    reload: ['重新加载', 'Reload'],
    amountInvalid: ['请填以元为单位的金额，最多两位小数', 'An amount in yuan, with two decimals at most'],
  },
  login: {
    heading: ['登录', 'Sign in'],
    lead: ['使用县里分配的账号登录。', 'Sign in with the account your county gave you.'],
    forgotten: [
      '忘记密码？请联系本县系统管理员重置。',
      'Forgotten your password? Ask your county administrator to reset it.',
    ],
  },
  step: { recorded: ['%{at} 登记', 'recorded %{at}'] },
  menu: {
    label: ['主菜单', 'Main menu'],
    overview: ['总览', 'Overview'],
    registers: ['台账', 'Registers'],
    support: ['帮扶', 'Support'],
    funds: ['资金', 'Funds'],
    data: ['数据', 'Data'],
    system: ['系统管理', 'System'],
  },
  error: {
    network: [
      '连不上服务器，请检查网络后重试。',
      'The server cannot be reached. Check the network and try again.',
    ],
    unreadable: [
      '服务器的回答无法读取，请稍后重试。',
      'The server’s answer could not be read. Try again later.',
    ],
    outdated: [
      '系统已更新，本页面是旧版本。请先抄下尚未保存的内容，再重新加载。',
      'The system has been updated since this page was loaded. Copy what is not saved yet, then reload the page.',
    ],
    unsupported: ['系统不提供这项操作。', 'The system does not offer this action.'],
    notAllowed: ['您没有查看这些内容的权限。', 'You do not have the right to see this.'],
    notFound: ['没有这条记录，或者您无权查看。', 'No such record, or you may not see it.'],
    tooDeep: ['页数太深，请缩小筛选范围。', 'Too many pages in. Narrow the filter.'],
    heading: ['页面出错了', 'Something went wrong on this page'],
    lead: [
      '您填写的内容没有提交。可以返回上一页，或重新加载。',
      'Nothing you typed was sent. Go back, or reload the page.',
    ],
    notFetched: ['页面没有取到', 'The page could not be fetched'],
    detail: ['错误信息', 'Error message'],
    list: ['列表没有取到', 'The list could not be loaded'],
    badFilter: [
      '筛选条件有误，可能来自旧链接。清除筛选后再看。',
      'A filter cannot be used; the link may be an old one. Clear the filters to go on.',
    ],
    retry: ['重试', 'Try again'],
  },
  empty: {
    heading: ['还没有%{name}', 'No %{name} yet'],
    filtered: ['没有符合条件的%{name}', 'No %{name} match these filters'],
    filteredHint: ['放宽或清除筛选条件再看。', 'Widen or clear the filters.'],
  },
  notFound: {
    heading: ['没有这个页面', 'There is no such page'],
    lead: ['网址有误，或链接已失效。', 'The address is wrong, or the link has expired.'],
  },
  list: {
    selectRecord: ['选择 %{name}', 'Select %{name}'],
    search: ['搜索', 'Search'],
    filters: ['当前筛选', 'Filters in force'],
    removeFilter: ['去掉此筛选', 'Remove this filter'],
    clearFilters: ['清除筛选', 'Clear filters'],
    actions: ['操作', 'Actions'],
    results: ['共 %{smart_count} 条', '%{smart_count} record |||| %{smart_count} records'],
  },
  dates: {
    from: ['从', 'from'],
    to: ['到', 'to'],
    future: ['不能晚于今天', 'Not after today'],
    before: ['不能早于 %{day}', 'Not before %{day}'],
    reversed: ['结束日期早于开始日期', 'The end is before the start'],
  },
  division: {
    label: ['行政区划', 'Division'],
    pick: ['选择区划', 'Choose a division'],
    clear: ['清除区划', 'Clear the division'],
    empty: ['没有下级区划', 'No divisions below'],
  },
  masked: {
    hint: ['已隐去部分数字', 'Partly hidden'],
    none: ['未登记', 'Not recorded'],
  },
  secret: {
    once: [
      '只显示这一次，关闭后无法再看。请现在复制并妥善保管。',
      'Shown only this once. Copy it now and keep it safe.',
    ],
    copy: ['复制', 'Copy'],
    copied: ['已复制', 'Copied'],
    copyByHand: ['请按 Ctrl+C 复制选中的内容', 'Press Ctrl+C to copy the selected text'],
    close: ['我已保存，关闭', 'I have it, close'],
  },
  draft: {
    restored: ['已恢复 %{at} 未保存的内容。', 'What you typed at %{at} and did not save is back.'],
    partial: [
      '证件号、电话、出生日期和照片不存草稿，请重新填写。',
      'Identity and phone numbers, birth dates and photos are not kept; give them again.',
    ],
    stale: [
      '这条记录此后已有改动，请核对后再保存。',
      'The record has changed since then; check before you save.',
    ],
    forget: ['清除草稿', 'Discard the draft'],
    leave: ['有未保存的内容', 'Not saved yet'],
    lead: [
      '可以留作草稿，回到这里时恢复；退出登录、他人在此登录或关闭本标签页时清除。证件号、电话、出生日期和照片不留。',
      'It can stay as a draft and come back here; it goes when you sign out, when somebody else signs in here, or when this tab is closed. Identity and phone numbers, birth dates and photos do not stay.',
    ],
    lost: ['离开后，在这里所作的选择不会保留。', 'What has been chosen here does not stay.'],
    stay: ['继续填写', 'Go on'],
    keep: ['留作草稿并离开', 'Keep as a draft'],
    discard: ['放弃', 'Discard'],
    signOut: [
      '有未保存的草稿，退出登录后会清除。',
      'There are drafts that are not saved. Signing out discards them.',
    ],
    signOutAnyway: ['清除草稿并退出', 'Discard them and sign out'],
  },
  conflict: {
    heading: ['这条记录刚被他人修改', 'Someone else has just changed this record'],
    lead: [
      '您的修改还没有保存。您没有改动的栏目已换成最新内容；核对后可再次保存。',
      'Your changes are not saved yet. Fields you left alone now show the latest values; check and save again.',
    ],
    field: ['栏目', 'Field'],
    theirs: ['最新内容', 'Latest'],
    mine: ['表单中', 'In the form'],
    keepMine: ['保留我的修改', 'Keep my changes'],
    takeTheirs: ['载入最新内容', 'Load the latest'],
  },
  verb: {
    done: ['已完成', 'Done'],
    unlisted: ['涉及的名单没有取到：%{reason}', 'What it is about could not be listed: %{reason}'],
    more: ['另有 %{smart_count} 项', 'and %{smart_count} more'],
    stale: [
      '这条记录已被他人修改。页面已换成最新内容，请核对后再次提交。',
      'Someone else has changed this record. The page shows the latest now; check it and submit again.',
    ],
  },
} as const satisfies MessageTree;
