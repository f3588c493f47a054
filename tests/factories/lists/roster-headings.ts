export const householdHeadings = ['乡镇', '行政村', '户主姓名', '户主身份证号', '户类型'];
/** The minimal columns of households with their helpers and first days. */
export const pairedHeadings = [...householdHeadings, '帮扶责任人', '帮扶责任人电话', '帮扶开始时间'];
