/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JIANBAO_H
#define JIANBAO_H
/* Jianbao (简报): Chinese government work reports into facts, charts and bilingual briefings. */
#include <jianbao/base.h>
#include <jianbao/chart.h>
#include <jianbao/check.h>
#include <jianbao/document.h>
#include <jianbao/draw.h>
#include <jianbao/extract.h>
#include <jianbao/fact.h>
#include <jianbao/layout.h>
#include <jianbao/proof.h>
#include <jianbao/publish.h>
#include <jianbao/render.h>
#include <jianbao/series.h>
#include <jianbao/sheet.h>
#include <jianbao/store.h>
#include <jianbao/typeset.h>
#include <jianbao/wording.h>

#endif
