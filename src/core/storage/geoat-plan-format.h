/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Private to the core: how a file says that it is a plan, and in which version of the format. */
#define GEOAT_PLAN_FORMAT "geoat-plan"
#define GEOAT_PLAN_VERSION 1
