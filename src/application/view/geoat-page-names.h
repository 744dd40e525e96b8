/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The names of the pages that are no key element: those have the id of their key element. */
#define GEOAT_PAGE_OVERVIEW "overview"
#define GEOAT_PAGE_ACTION_PLAN "action-plan"
#define GEOAT_PAGE_PROGRESS "progress"
