"""The addresses of the confidential file."""

urlpatterns: list[object] = []
