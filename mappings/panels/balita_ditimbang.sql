-- D/S of the newest month that nearly all kelurahan reported, and of the one before it.
WITH months AS (
  SELECT tahun,
         array_position(ARRAY['JAN','FEB','MAR','APR','MEI','JUN','JUL','AGT','SEP','OKT','NOP','DES'],
                        CASE left(bulan, 3) WHEN 'AGU' THEN 'AGT' WHEN 'NOV' THEN 'NOP' ELSE left(bulan, 3) END) AS month,
         100.0 * sum(ditimbang_laki_laki + ditimbang_perempuan) / sum(sasaran) AS share
    FROM mart.skdn
   WHERE sasaran > 0 AND ditimbang_laki_laki IS NOT NULL AND ditimbang_perempuan IS NOT NULL
   GROUP BY tahun, 2
  HAVING count(*) >= 20
)
SELECT share AS value,
       lag(share) OVER (ORDER BY tahun, month) AS before,
       tahun || '-' || lpad(month::text, 2, '0') AS period
  FROM months
 ORDER BY tahun DESC, month DESC
 LIMIT 1
