"""What search engines are told about. An advertisement is not. https://www.sitemaps.org/protocol.html"""
