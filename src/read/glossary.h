/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_READ_GLOSSARY_H
#define JB_READ_GLOSSARY_H
/* The glossary that a report may end with: figures in it explain words and are not the report's. */
#include <jianbao/base.h>

/* The heading of one: 附件：名词解释, 注释： */
gboolean jb_is_glossary_heading(JbSlice text);

/* One of its entries: 12．双百工程：指…, ［3］两类企业：即…, 【一库】即…, [2]“三新”产业：… */
gboolean jb_is_definition(JbSlice text);

#endif
