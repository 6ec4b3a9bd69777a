/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_TESTS_FORMS_H
#define JB_TESTS_FORMS_H
/* Every chart form with invented figures, for pictures of all of them. */
#include <jianbao/jianbao.h>

typedef struct {
  const char *form;
  JbChartData data;
} FormSample;

/* Samples in the order that a sheet shows them; all of it lives in `facts`' arena. */
const FormSample *form_samples(JbFacts *facts, guint *n);

#endif
