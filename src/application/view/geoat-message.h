/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void geoat_message_show (GtkWindow *parent, const char *heading, const char *body);
GtkWidget *geoat_message_new_question (GtkWindow *parent,
                                       const char *heading,
                                       const char *body,
                                       const char *response,
                                       const char *label,
                                       AdwResponseAppearance appearance);

G_END_DECLS
